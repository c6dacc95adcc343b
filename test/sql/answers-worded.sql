select c.id as claim_id, c.text as claim_text, a.id as approval_id, t.text as answered_text, (select -(e.embedding <#> f.embedding)
from embedding_model m
join claim_embedding e on e.model_id = m.id
and e.claim_id = c.id
join claim_embedding f on f.model_id = m.id
and f.claim_id = t.id
where m.state = 'active') as similarity
from unnest($1::uuid[], $2::text[]) as wanted (claim_id, wording)
join claim c on c.id = wanted.claim_id
and c.checkable
join assessment s on s.claim_id = c.id
and s.current
and (s.decided_by is null or s.outcome = 'CONTRADICTED')
join answered_claim w on w.wording = wanted.wording
and w.rules = $3
join approval a on a.id = w.approval_id
and a.status = 'in_force'
and a.post_id <> c.post_id
join draft d on d.id = a.draft_id
and (d.review_by is null or d.review_by > $4::date)
join claim t on t.id = d.claim_id
and t.language = c.language
order by c.ordinal, a.id desc
