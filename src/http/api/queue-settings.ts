import { z } from '@hono/zod-openapi';
import {
  deleteFilter,
  listFilters,
  listItems,
  listTopicWeights,
  maxTopicWeight,
  saveFilter,
  setTopicWeight,
} from '#review/index.ts';
import { at, id, idInPath, json, pageOf } from './fields.ts';
import { createRouter, operation } from './operation.ts';
import {
  filterOfQuery,
  filterOfView,
  QueueFilterView,
  QueueItem,
  queueQuery,
  renderFilter,
  renderQueueItem,
} from './queue-view.ts';

const topic = z.string().min(1).max(100);
const weight = z
  .number()
  .min(0)
  .max(maxTopicWeight)
  .openapi({ description: 'Each unit counts as much as twice as many distinct submissions.' });
const NewTopicWeight = z.strictObject({ topic, weight }).openapi('NewTopicWeight');
const TopicWeight = z
  .object({ topic: z.string(), weight, set_by: z.string(), set_at: at })
  .openapi('TopicWeight');
const NewFilter = z
  .strictObject({ name: z.string().min(1).max(60), filter: QueueFilterView })
  .openapi('NewFilter');
const SavedFilter = z
  .object({ id, name: z.string(), filter: QueueFilterView })
  .openapi('SavedFilter');

const list = operation(
  { may: 'posts.read' },
  {
    method: 'get',
    path: '/v1/review/items',
    operationId: 'listQueue',
    tags: ['review'],
    summary: 'The queue: who holds what, and what waits',
    request: { query: queueQuery },
    responses: { 200: { description: 'One page.', content: json(pageOf(QueueItem)) } },
  },
);

const weights = operation(
  { may: 'posts.read' },
  {
    method: 'get',
    path: '/v1/topic-weights',
    operationId: 'listTopicWeights',
    tags: ['review'],
    summary: 'How urgent posts on a topic are',
    responses: {
      200: { description: 'By topic.', content: json(z.object({ items: z.array(TopicWeight) })) },
    },
  },
);

const weigh = operation(
  { may: 'topics.weigh' },
  {
    method: 'put',
    path: '/v1/topic-weights',
    operationId: 'setTopicWeight',
    tags: ['review'],
    summary: 'Say how urgent posts on a topic are',
    description: 'Items in review take their new order at once. 0: as any other topic.',
    request: { body: { required: true, content: json(NewTopicWeight) } },
    responses: {
      200: {
        description: 'How many items took another place.',
        content: json(z.object({ reordered: z.int() })),
      },
    },
  },
);

const filters = operation(
  { may: 'filters.save' },
  {
    method: 'get',
    path: '/v1/filters',
    operationId: 'listFilters',
    tags: ['review'],
    summary: 'Your saved filters of the queue',
    responses: {
      200: { description: 'By name.', content: json(z.object({ items: z.array(SavedFilter) })) },
    },
  },
);

const save = operation(
  { may: 'filters.save', problems: [409] },
  {
    method: 'put',
    path: '/v1/filters',
    operationId: 'saveFilter',
    tags: ['review'],
    summary: 'Save a filter of the queue',
    description: 'Yours alone. The same name replaces what it stood for.',
    request: { body: { required: true, content: json(NewFilter) } },
    responses: { 200: { description: 'Saved.', content: json(SavedFilter) } },
  },
);

const remove = operation(
  { may: 'filters.save', problems: [404] },
  {
    method: 'delete',
    path: '/v1/filters/{id}',
    operationId: 'deleteFilter',
    tags: ['review'],
    summary: 'Delete a saved filter',
    request: { params: idInPath },
    responses: { 204: { description: 'Deleted.' } },
  },
);

export const queueSettings = createRouter()
  .openapi(list, async (c) => {
    const query = c.req.valid('query');
    const { cursor = null, limit } = query;
    const page = await listItems(c.var.ctx, { ...filterOfQuery(query), cursor, limit });
    return c.json({ items: page.items.map(renderQueueItem), next_cursor: page.nextCursor }, 200);
  })
  .openapi(weights, async (c) => {
    const items = await listTopicWeights(c.var.ctx);
    return c.json(
      {
        items: items.map(({ topic, weight, setBy, setAt }) => ({
          topic,
          weight,
          set_by: setBy,
          set_at: setAt.toISOString(),
        })),
      },
      200,
    );
  })
  .openapi(weigh, async (c) => c.json(await setTopicWeight(c.var.ctx, c.req.valid('json')), 200))
  .openapi(filters, async (c) => {
    const items = await listFilters(c.var.ctx);
    return c.json(
      { items: items.map(({ id, name, filter }) => ({ id, name, filter: renderFilter(filter) })) },
      200,
    );
  })
  .openapi(save, async (c) => {
    const { name, filter } = c.req.valid('json');
    const saved = await saveFilter(c.var.ctx, { name, filter: filterOfView(filter) });
    return c.json({ id: saved.id, name: saved.name, filter: renderFilter(saved.filter) }, 200);
  })
  .openapi(remove, async (c) => {
    await deleteFilter(c.var.ctx, { id: c.req.valid('param').id });
    return c.body(null, 204);
  });
