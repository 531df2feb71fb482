-- The achieved figures as an SDMX-CSV table, for those who exchange statistics.
SELECT
    'solieu' AS dataflow,
    observation.indicator AS series,
    coalesce(observation.place_code, '_Z') AS ref_area,
    coalesce(observation.sex, '_T') AS sex,
    coalesce(observation.population_group, '_T') AS population,
    observation.period AS time_period,
    observation.value AS obs_value,
    coalesce(unit.sdmx_code, observation.unit) AS unit_measure,
    0 AS unit_mult,
    'A' AS obs_status
FROM fact_observation AS observation
LEFT JOIN dim_unit AS unit ON observation.unit = unit.unit_id
WHERE
    observation.status = 'actual'
    AND observation.indicator IS NOT NULL
    AND observation.period IS NOT NULL
    AND observation.repeat_of IS NULL
ORDER BY observation.indicator, observation.document, observation.position
