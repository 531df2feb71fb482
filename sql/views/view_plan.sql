-- Grain: One achieved figure beside the planned one.
-- "Was the plan met?" A plan belongs to a figure where the source tells both together ("727/700 lao động"), or where
-- the one achieved and the one planned figure of an indicator for the same place, group, programme and period stand
-- apart, in one source or in two; where there are several, none is chosen. Money, counts and rates alike. `percent` is
-- computed, `stated_percent` is what the source itself says.
WITH together AS (
    SELECT
        actual.observation_id AS actual_id,
        plan.observation_id AS plan_id,
        completion.observation_id AS completion_id
    FROM bridge_line_figure AS actual
    INNER JOIN bridge_line_figure AS plan ON actual.line_id = plan.line_id AND plan.role = actual.role || '_plan'
    LEFT JOIN bridge_line_figure AS completion ON actual.line_id = completion.line_id AND completion.role = 'completion'
    QUALIFY row_number() OVER (PARTITION BY actual.observation_id ORDER BY plan.rank, completion.rank) = 1
),

single AS (
    SELECT
        arg_min(observation_id, position) FILTER (status = 'actual') AS actual_id,
        arg_min(observation_id, position) FILTER (status = 'plan') AS plan_id
    FROM view_figure
    WHERE indicator IS NOT NULL AND period IS NOT NULL AND place IS NOT NULL AND NOT is_repeat
    GROUP BY indicator, unit, per, population_group, programme, funding_source, sex, place, place_code, period
    HAVING count(*) FILTER (status = 'actual') = 1 AND count(*) FILTER (status = 'plan') = 1
),

pair AS (
    SELECT
        actual_id,
        plan_id,
        completion_id,
        TRUE AS told_together
    FROM together
    UNION ALL
    SELECT
        single.actual_id,
        single.plan_id,
        NULL AS completion_id,
        FALSE AS told_together
    FROM single
    ANTI JOIN together ON single.actual_id = together.actual_id
)

SELECT
    actual.observation_id,
    actual.indicator,
    actual.indicator_en,
    actual.indicator_vi,
    actual.place,
    actual.period,
    actual.population_group,
    actual.programme,
    actual.value AS achieved,
    plan.value AS planned,
    actual.unit,
    actual.value - plan.value AS difference,
    CASE
        WHEN plan.value > 0 THEN cast(round(100 * actual.value / plan.value, 2) AS DECIMAL(28, 2))
    END AS percent,
    completion.value AS stated_percent,
    pair.told_together,
    actual.verdict,
    actual.document,
    plan.document AS plan_document,
    actual.sentence
FROM pair
INNER JOIN view_figure AS actual ON pair.actual_id = actual.observation_id
INNER JOIN view_figure AS plan ON pair.plan_id = plan.observation_id
LEFT JOIN fact_observation AS completion ON pair.completion_id = completion.observation_id
WHERE actual.unit IS NOT DISTINCT FROM plan.unit AND NOT actual.is_repeat
ORDER BY actual.document, actual.position
