-- By how many percentage points is poverty to fall, for whom and when?
SELECT
    place,
    period,
    population_group,
    status,
    rate_comparator,
    rate_value,
    rate_high,
    rate_per
FROM mart_poverty_rate
WHERE status IN ('plan', 'target') AND percentage_points IS NOT NULL
ORDER BY document, position
