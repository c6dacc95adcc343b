with term as materialized (
select t.id, q.count * ln((1 + (s.passage_count - coalesce(t.document_frequency, 0) + 0.5) / (coalesce(t.document_frequency, 0) + 0.5))::float8) as weight, greatest(s.term_total::float8 / greatest(s.passage_count, 1), 1) as average_length, greatest($1::int, s.passage_count * $2::float8) as budget, row_number() over rarest as rank, sum(t.document_frequency) over rarest - t.document_frequency as postings_before
from unnest($3::text[], $4::int[]) as q(term, count)
left join lexical_term t on t.term = q.term
cross join (select *
from lexical_statistics
limit 1) s
window rarest as (order by t.document_frequency nulls last, t.id) ), chosen as (
select id, weight, average_length
from term
where id is not null
and (rank <= $5 or postings_before < budget) ), scored as (
select l.passage_id, sum(t.weight * l.term_frequency * 1.9::float8 / (l.term_frequency + 0.54::float8 + 0.36000000000000004::float8 * l.passage_length / t.average_length)) as score
from chosen t
join lexical_posting l on l.term_id = t.id
group by l.passage_id
order by score desc, l.passage_id )
select s.passage_id, s.score, (select sum(weight)
from term) as mass
from scored s
join passage p on p.id = s.passage_id
join document_version v on v.id = p.version_id
and v.status = 'approved'
and v.valid_from <= $6::date
and (v.valid_to is null or v.valid_to > $7::date)
join document d on d.id = v.document_id
and d.citable
order by s.score desc, s.passage_id
limit $8
