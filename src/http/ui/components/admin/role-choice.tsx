import { type Role, roles } from '#db/roles.ts';
import type { View } from '../../view.ts';

/** Roles as boxes to tick; why some do not go together is said before it is refused. */
export function RoleChoice({ view, chosen }: { view: View; chosen: readonly string[] }) {
  const { t } = view;
  return (
    <fieldset class="choices" aria-describedby="roles-hint">
      <legend>{t.usersPage.roles}</legend>
      <p class="muted" id="roles-hint">
        {t.usersPage.rolesHint}
      </p>
      <div class="boxes">
        {roles.map((role: Role) => (
          <label>
            <input type="checkbox" name="roles" value={role} checked={chosen.includes(role)} />{' '}
            {t.roles[role]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The roles that were ticked. */
export function rolesOf(form: FormData): Role[] {
  const ticked = form.getAll('roles');
  return roles.filter((role) => ticked.includes(role));
}
