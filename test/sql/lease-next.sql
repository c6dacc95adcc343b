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
and "p"."golden" = $8
and ("i"."reserved_for" is null or "i"."reserved_until" <= clock_timestamp())
and not exists (select "s"."id"
from "review_pass" as "s"
where "s"."review_item_id" = "i"."id"
and "s"."round" = "i"."round"
and "s"."user_id" in ($9) offset $10)
order by "i"."priority" desc, "i"."id"
limit $11
for update of "i" skip locked
