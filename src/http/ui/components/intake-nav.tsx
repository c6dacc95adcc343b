import type { View } from '../view.ts';
import { may } from '../view.ts';

/** The ways in, on each of their pages. */
export function IntakeNav({ view }: { view: View }) {
  const words = view.t.intake;
  // An import belongs to their list.
  const path = (view.path.split('?')[0] ?? '').replace(/^\/imports\/.*/, '/imports');
  const places = [
    ...(may(view, 'posts.submit')
      ? ([
          ['/submit', words.paste, 'b'],
          ['/submit/file', words.file, 'f'],
        ] as const)
      : []),
    ['/imports', words.imports, 'l'],
  ] as const;
  return (
    <nav aria-label={words.parts}>
      <ul class="tabs">
        {places.map(([href, label, key]) => (
          <li>
            <a href={href} aria-current={path === href ? 'page' : undefined} data-key={key}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
