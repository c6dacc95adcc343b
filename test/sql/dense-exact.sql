with near as materialized (
select e.passage_id, -(("e"."embedding"::vector(3)) <#> $1::vector) as score
from passage p
join document_version v on v.id = p.version_id
and v.status = 'approved'
and v.valid_from <= $2::date
and (v.ends_on is null or v.ends_on > $3::date)
join document d on d.id = v.document_id
and d.citable
join passage_embedding e on e.passage_id = p.id
and e.model_id = 1 )
select passage_id, score
from near
order by score desc, passage_id
limit $4
