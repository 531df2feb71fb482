-- What is the latest figure of each indicator for a place, of when is it, and do sources differ about it?
SELECT
    indicator_vi,
    population_group AS population,
    value,
    unit,
    period,
    others_differ AS differs
FROM view_latest_figure
WHERE place = 'Huyện Bạch Thông' AND starts_with(indicator, 'pov.') AND status = 'actual'
ORDER BY indicator, population_group, observation_id
