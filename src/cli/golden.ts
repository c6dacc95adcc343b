import { type Command, Option } from 'commander';
import { maxPageSize } from '#db/pagination.ts';
import {
  type GoldenFault,
  goldenFaults,
  listGolden,
  retireGolden,
  seedGolden,
} from '#review/index.ts';
import { actingAs, openSession, print } from './session.ts';

interface Acting {
  as: string;
}

export function registerGolden(program: Command): void {
  const golden = program
    .command('golden')
    .description('review items whose right answer is known, to measure how well people review');
  golden
    .command('seed')
    .argument('<draft>', 'id of the draft of an approved answer in force')
    .requiredOption('--as <user>', 'an evaluator')
    .addOption(
      new Option('--fault <fault>', 'what to plant; without it the item is a control').choices(
        goldenFaults,
      ),
    )
    .action(async (draftId: string, options: Acting & { fault?: GoldenFault }) => {
      await using ctx = await openSession();
      const acting = await actingAs(ctx, options.as, 'golden.manage');
      const { postId } = await seedGolden(acting, { draftId, fault: options.fault ?? null });
      print(postId);
    });
  golden
    .command('list')
    .requiredOption('--as <user>', 'an evaluator')
    .action(async (options: Acting) => {
      await using ctx = await openSession();
      const acting = await actingAs(ctx, options.as, 'golden.manage');
      const { items } = await listGolden(acting, { limit: maxPageSize });
      for (const item of items) {
        const labels = item.rightLabels === null ? '' : `, labels ${item.rightLabels.toFixed(2)}`;
        const retired = item.retiredAt === null ? '' : '\tretired';
        print(
          `${item.postId}\t${item.fault ?? 'control'}\t${item.expectedVerdict}\t${item.rightVerdicts} of ${item.judged} right${labels}${retired}`,
        );
      }
    });
  golden
    .command('retire')
    .argument('<id>', 'the id that seed printed')
    .requiredOption('--as <user>', 'an evaluator')
    .action(async (postId: string, options: Acting) => {
      await using ctx = await openSession();
      await retireGolden(await actingAs(ctx, options.as, 'golden.manage'), { postId });
      print('retired');
    });
}
