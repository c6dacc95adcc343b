select key, first, second, count
from syllable_count
where key = any($1::text[])
