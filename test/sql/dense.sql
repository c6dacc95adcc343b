select e.passage_id, -(("e"."embedding"::vector(3)) <#> $1::vector) as score
from passage_embedding e
join passage p on p.id = e.passage_id
join document_version v on v.id = p.version_id
and v.status = 'approved'
and v.valid_from <= $2::date
and (v.ends_on is null or v.ends_on > $3::date)
join document d on d.id = v.document_id
and d.citable
where e.model_id = 1
order by e.embedding::halfvec(3) <#> $4::halfvec(3)
limit $5
