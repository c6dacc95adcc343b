import { type Kysely, sql } from 'kysely';
import type { Database } from '#db/schema/index.ts';

interface Drawn {
  readonly posts: number;
  readonly days: number;
  readonly until: Date;
}

/**
 * The temporary tables `seeded` (a post and what became of it in each row) and `seeded_passage`, and the
 * function `pg_temp.seeded_id`: identifiers as `newId` gives them, in the order of time, always the same.
 * Of a hundred posts 35 are opinions, 20 have no position, 5 agree with the corpus, 20 are related and
 * 20 contradict it; of those, every tenth is declined and three in ten are returned, or wait still when
 * they are of the last five days.
 */
export async function drawPosts(db: Kysely<Database>, drawn: Drawn): Promise<void> {
  for (const statement of statements(drawn)) await statement.execute(db);
}

function statements({ posts, days, until }: Drawn) {
  // A number from 0 to 99 that is the same for the same post.
  const draw = (what: string) =>
    sql`(('x' || substr(md5(${sql.lit(what)} || n), 1, 7))::bit(28)::int % 100)`;
  return [
    sql`create function pg_temp.seeded_id(at timestamptz, what text) returns uuid language sql as $$
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
        || substr(md5(what), 1, 3) || '8' || substr(md5(what), 4, 15))::uuid $$`,
    sql`create temporary table seeded on commit drop as
      with numbered as (
        select n, ${draw('outcome')} as r, ${draw('fate')} as fate,
          ${until}::timestamptz - make_interval(secs =>
            (1 - n::float8 / ${posts}::float8) * ${days}::float8 * 86400 + 120) as at
        from generate_series(1, ${posts}::int) n
      ), judged as (
        select *, case when r < 35 then 'NOT_CHECKABLE' when r < 55 then 'NO_POSITION'
            when r < 60 then 'CONSISTENT' when r < 78 then 'RELATED' when r < 80 then 'NEEDS_EXPERT'
            else 'CONTRADICTED' end as outcome,
          case when r < 35 then 'NO_ACTION' when r < 60 then 'ANALYSED' when r < 80 then 'IN_DRAFT'
            when at > ${until}::timestamptz - make_interval(hours => 2 + fate + fate / 4) then 'IN_REVIEW'
            when fate < 10 then 'DECLINED' when fate < 40 then 'RETURNED' else 'APPROVED' end as state
        from numbered
      )
      select *, md5('a' || n) || md5('b' || n) as hash,
        pg_temp.seeded_id(at, 'post' || n) as post_id, pg_temp.seeded_id(at, 'claim' || n) as claim_id,
        pg_temp.seeded_id(at, 'draft' || n) as draft_id, pg_temp.seeded_id(at, 'item' || n) as item_id,
        1 + (fate % 10 = 0)::int + (fate = 50)::int * 3 as submissions, r >= 60 as drafted,
        (array['Thư viện giả định', 'Bảo tàng giả định', 'Bến xe giả định', 'Trường học giả định',
          'Nhà máy giả định', 'Công viên giả định', 'Trạm nước giả định'])[1 + n % 7]
          || ' số ' || n % 9973 || (array[' thu phí ', ' đã đóng cửa từ ', ' chỉ phục vụ ',
            ' sẽ chuyển đi sau ', ' bỏ trống '])[1 + n % 5] || 3 + n % 89
          || (array[' nghìn đồng mỗi lượt', ' ngày nay', ' người mỗi năm', ' tháng nữa'])[1 + n % 4]
          || ', theo lời kể thứ ' || n || '. Ai đi qua cũng thấy như vậy.' as text,
        case when r >= 80 then least(at + interval '2 hours', ${until}::timestamptz) end as submitted_at,
        case when r >= 80 and state <> 'IN_REVIEW'
          then at + interval '2 hours' + make_interval(hours => fate + fate / 4) end as decided_at
      from judged`,
    sql`create temporary table seeded_passage on commit drop as
      select p.id, p.version_id, p.start_offset, substr(p.text, 1, 80) as quote,
        row_number() over (order by p.id) - 1 as place, count(*) over () as total
      from passage p join document_version v on v.id = p.version_id
      where v.status = 'approved' and v.ends_on is null limit 5000`,
    sql`analyze seeded`,
  ];
}
