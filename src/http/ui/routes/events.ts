import { Hono } from 'hono';
import type { HttpEnv } from '../../env.ts';
import { topicsIn } from '../../live/topics.ts';

/** After so long a stream ends and the browser asks again: who may no longer listen is found out then. */
const streamMs = 300_000;
/** A comment in so long tells proxies that the stream lives. */
const keepAliveMs = 20_000;
/** What a browser that does not read may leave waiting, in messages. */
const mostWaiting = 64;

/** Tells an open page what changed (`?topics=`); 204, which ends asking, where it cannot be told. */
export function eventRoutes(): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/events', (c) => {
    const { ctx, live } = c.var;
    const asked = topicsIn(c.req.query('topics') ?? '');
    if (live === null || ctx.actor.credential?.kind !== 'session' || asked.size === 0) {
      return c.body(null, 204);
    }
    let stop = () => {};
    const stream = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const encoder = new TextEncoder();
          const write = (text: string) => {
            if ((controller.desiredSize ?? 0) <= -mostWaiting) return end();
            controller.enqueue(encoder.encode(text));
          };
          const listening = live.listen({
            ctx,
            topics: asked,
            send: (topic, json) => write(`event: ${topic}\ndata: ${json}\n\n`),
            end: () => end(),
          });
          const keepAlive = setInterval(() => write(': \n\n'), keepAliveMs);
          const longest = setTimeout(() => end(), streamMs);
          stop = () => {
            listening?.[Symbol.dispose]();
            clearInterval(keepAlive);
            clearTimeout(longest);
          };
          const end = () => {
            stop();
            controller.close();
          };
          write('retry: 5000\n\n');
          if (listening === null) end();
        },
        cancel: () => stop(),
      },
      { highWaterMark: 1 },
    );
    return c.body(stream, 200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
      // So that a server that closes need not wait for it.
      Connection: 'close',
    });
  });
  return routes;
}
