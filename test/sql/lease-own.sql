select "i"."id", "i"."post_id", "i"."fence", "i"."leased_by", "i"."leased_until", "i"."leased_until" <= clock_timestamp() as "ran_out"
from "review_item" as "i"
inner join "post" as "p" on "p"."id" = "i"."post_id"
where "i"."open" = $1
and ("i"."leased_until" is null or "i"."leased_until" <= clock_timestamp() or "i"."leased_by" in ($2))
and not exists (select "c"."post_id"
from "contribution" as "c"
where "c"."post_id" = "i"."post_id"
and "c"."user_id" in ($3) offset $4)
and not exists (select "r"."id"
from "review_decision" as "r"
where "r"."reviewer" in ($5)
and "r"."draft_id" = (select "d"."id"
from "draft" as "d"
where "d"."post_id" = "i"."post_id"
order by "d"."revision" desc
limit $6) offset $7)
and ("i"."leased_by" in ($8) or ("i"."reserved_for" in ($9)
and "i"."reserved_until" > clock_timestamp()))
order by case when "i"."leased_by" in ($10) then 0 else 1 end, "i"."priority" desc, "i"."id"
limit $11
for update of "i" skip locked
