-- By how many percentage points is poverty to fall, for whom and when?
SELECT
    place,
    population_group,
    period,
    rate_comparator AS comparator,
    percentage_points AS points,
    rate_high AS up_to
FROM mart_poverty_rate
WHERE status IN ('plan', 'target') AND percentage_points IS NOT NULL AND restates_line IS NULL
ORDER BY document, position
