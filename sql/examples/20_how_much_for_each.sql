-- How much is the money for each who shares it, and how many times what the norm allows? Money in đồng.
SELECT
    indicator_vi,
    heads,
    for_each,
    norm_high AS allowed,
    times_the_norm AS times,
    outcome
FROM view_amount_a_head
ORDER BY times_the_norm DESC NULLS LAST, line_id ASC
