-- Grain: The latest figure of one indicator for one place, group, programme, source of money, unit and status.
-- "How many poor households are there now?" A figure of a later period replaces earlier ones; of one period the source
-- counts that was published last, and one with true figures before one made up. What a total of the same
-- indicator contains is no figure of its own, and ranges are told with both ends. `others_differ` warns where another
-- source, or the same one elsewhere, tells the same period otherwise.
WITH component AS (
    -- of a part that repeats an earlier figure, that one is the figure
    SELECT DISTINCT coalesce(part.repeat_of, part.observation_id) AS observation_id
    FROM bridge_part_of
    INNER JOIN fact_observation AS part ON bridge_part_of.observation_id = part.observation_id
    INNER JOIN fact_observation AS total ON bridge_part_of.total_id = total.observation_id
    WHERE
        part.indicator = total.indicator
        AND part.unit IS NOT DISTINCT FROM total.unit
        AND part.place IS NOT DISTINCT FROM total.place
        AND part.population_group IS NOT DISTINCT FROM total.population_group
        AND part.programme IS NOT DISTINCT FROM total.programme
        AND part.sex IS NOT DISTINCT FROM total.sex
),

series AS (
    SELECT
        told.*,
        row_number() OVER (
            PARTITION BY
                told.indicator,
                told.unit,
                told.per,
                told.status,
                told.population_group,
                told.programme,
                told.funding_source,
                told.sex,
                told.place,
                told.place_code
            ORDER BY
                told.period_end DESC,
                told.period_start DESC,
                told.made_up ASC,
                told.published DESC NULLS LAST,
                told.document ASC,
                told.position ASC
        ) AS age,
        min(told.value) OVER same_period <> max(told.value) OVER same_period AS others_differ
    FROM view_figure AS told
    ANTI JOIN component ON told.observation_id = component.observation_id
    WHERE told.indicator IS NOT NULL AND told.period_end IS NOT NULL AND NOT told.is_repeat
    WINDOW same_period AS (
        PARTITION BY
            told.indicator,
            told.unit,
            told.per,
            told.status,
            told.population_group,
            told.programme,
            told.funding_source,
            told.sex,
            told.place,
            told.place_code,
            told.period
    )
)

SELECT
    observation_id,
    indicator,
    indicator_en,
    indicator_vi,
    place,
    place_code,
    place_level,
    period,
    period_end,
    status,
    value,
    value_high,
    comparator,
    unit,
    per,
    population_group,
    programme,
    funding_source,
    sex,
    quote,
    document,
    made_up,
    others_differ,
    verdict
FROM series
WHERE age = 1
ORDER BY indicator, place_level, place, status, observation_id
