with scored as (
select l.passage_id, sum(t.gain * l.term_frequency / (l.term_frequency + 0.54::float8 + $1::float8 * l.passage_length)) as score
from unnest($2::int[], $3::float8[]) as t(id, gain)
join lexical_posting l on l.term_id = t.id
group by l.passage_id
order by score desc, l.passage_id
limit $4 )
select s.passage_id, s.score
from scored s
join passage p on p.id = s.passage_id
join document_version v on v.id = p.version_id
and v.status = 'approved'
and v.valid_from <= $5::date
and (v.ends_on is null or v.ends_on > $6::date)
join document d on d.id = v.document_id
and d.citable
order by s.score desc, s.passage_id
limit $7
