select "i"."id", "i"."post_id", "i"."fence"
from "review_item" as "i"
inner join "post" as "p" on "p"."id" = "i"."post_id"
where "p"."state" = $1
and ("i"."leased_until" is null or "i"."leased_until" <= $2 or "i"."leased_by" = $3)
and not exists (select "c"."post_id"
from "contribution" as "c"
where "c"."post_id" = "p"."id"
and "c"."user_id" = $4)
and not exists (select "r"."id"
from "review_decision" as "r"
inner join "draft" as "d" on "d"."id" = "r"."draft_id"
where "d"."post_id" = "p"."id"
and "r"."reviewer" = $5
and "d"."revision" = (select max("l"."revision") as "newest"
from "draft" as "l"
where "l"."post_id" = "d"."post_id"))
order by case when "i"."leased_by" = $6 then 0 else 1 end, "p"."submission_count" desc, "i"."id"
limit $7
for update of "i" skip locked
