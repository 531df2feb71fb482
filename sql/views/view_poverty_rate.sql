-- Grain: One achieved rate of poverty of one place in one year as one source tells it, beside the year before.
-- "Is poverty falling, and how fast?" Sources differ, so each is a series of its own: compare along `document`, never
-- across. Rates of the poor, the near poor and of both, of households and of persons, are told apart by `indicator`.
-- A change is in percentage points, and is told only where the source has the year just before.
WITH rate AS (
    SELECT
        line.line_id,
        line.rate_id,
        line.document,
        line.position,
        line.place,
        line.place_code,
        line.place_level,
        line.period,
        year(line.period_end) AS year,
        line.rate_indicator AS indicator,
        line.population_group,
        line.percent,
        line.count_value AS poor,
        line.count_unit AS poor_unit,
        line.verdict,
        row_number() OVER (
            PARTITION BY
                line.document, line.place, line.place_code, line.rate_indicator, line.population_group,
                year(line.period_end)
            ORDER BY line.period_end DESC, line.position ASC
        ) AS age
    FROM mart_poverty_rate AS line
    INNER JOIN dim_indicator ON line.rate_indicator = dim_indicator.indicator_id
    WHERE
        dim_indicator.mart = 'poverty_rate'
        AND line.status = 'actual'
        AND line.percent IS NOT NULL
        AND line.period_end IS NOT NULL
        AND line.restates_line IS NULL
)

SELECT
    told.rate_id AS observation_id,
    told.place,
    told.place_code,
    told.place_level,
    told.year,
    told.indicator,
    dim_indicator.name_en AS indicator_en,
    dim_indicator.label_vi AS indicator_vi,
    told.population_group,
    told.percent,
    before.percent AS percent_year_before,
    told.percent - before.percent AS change_in_points,
    told.poor,
    told.poor_unit,
    told.verdict,
    told.document,
    source.publisher,
    source.made_up
FROM rate AS told
INNER JOIN dim_document AS source ON told.document = source.document
INNER JOIN dim_indicator ON told.indicator = dim_indicator.indicator_id
LEFT JOIN rate AS before
    ON
        told.document = before.document
        AND told.place IS NOT DISTINCT FROM before.place
        AND told.place_code IS NOT DISTINCT FROM before.place_code
        AND told.indicator = before.indicator
        AND told.population_group IS NOT DISTINCT FROM before.population_group
        AND told.year = before.year + 1
        AND before.age = 1
WHERE told.age = 1
ORDER BY told.place_level, told.place, told.indicator, told.document, told.year
