-- How do figures look under the codes of SDMX? `solieu export DIR --format sdmx` writes them all, with code lists.
SELECT
    indicator,
    ref_area,
    population_group AS population,
    time_period,
    obs_value,
    unit_measure AS unit
FROM sdmx_observation
WHERE source LIKE 'raw/articles/bach-thong%' AND starts_with(indicator, 'credit')
ORDER BY indicator, population_group, figure
