-- Grain: One line of one statement: a count and what is told with it, its amount, rate and plan.
-- The marts are this table, subject by subject. Where a line has actual figures, they are its values and plans stand
-- beside them; a line of plans or targets alone has these as its values, and `status` says so. A line is part of the
-- smallest total that one of its figures is told to be part of. Its verdict is the worst of its figures' relations.
WITH figure AS (
    SELECT
        placed.line_id,
        placed.line,
        placed.rank,
        placed.role,
        told.*,
        dim_indicator.mart
    FROM bridge_line_figure AS placed
    INNER JOIN fact_observation AS told USING (observation_id)
    LEFT JOIN dim_indicator ON told.indicator = dim_indicator.indicator_id
),

whole AS (
    SELECT
        figure.line_id,
        total.line_id AS part_of_line
    FROM figure
    INNER JOIN bridge_part_of USING (observation_id)
    INNER JOIN figure AS total ON bridge_part_of.total_id = total.observation_id
    WHERE figure.line_id <> total.line_id
    QUALIFY row_number() OVER (PARTITION BY figure.line_id ORDER BY figure.rank, total.value, total.line_id) = 1
),

parts AS (
    SELECT
        part_of_line AS line_id,
        count(*) AS parts
    FROM whole
    GROUP BY part_of_line
),

restated AS (
    SELECT
        figure.line_id,
        min(earlier.line_id) AS restates_line
    FROM figure
    INNER JOIN bridge_line_figure AS earlier ON figure.repeat_of = earlier.observation_id
    WHERE figure.line_id <> earlier.line_id
    GROUP BY figure.line_id
),

verdict AS (
    SELECT
        placed.line_id,
        count(DISTINCT fact_relation.relation_id) FILTER (fact_relation.outcome = 'broken') AS relations_broken,
        CASE
            WHEN bool_or(fact_relation.outcome = 'broken') THEN 'broken'
            WHEN bool_or(fact_relation.outcome = 'holds') THEN 'holds'
            ELSE 'not_evaluated'
        END AS verdict
    FROM bridge_line_figure AS placed
    INNER JOIN fact_relation_member USING (observation_id)
    INNER JOIN fact_relation USING (relation_id)
    GROUP BY placed.line_id
),

line AS (
    SELECT
        line_id,
        count(*) AS figures,
        list(DISTINCT mart ORDER BY mart) FILTER (mart IS NOT NULL) AS marts,
        arg_min(population_group, rank) FILTER (population_group <> '_T') AS population_group,
        arg_min(programme, rank) FILTER (programme <> '_T') AS programme,
        arg_min(funding_source, rank) AS funding_source
    FROM figure
    GROUP BY line_id
)

SELECT
    leading_figure.line_id,
    leading_figure.statement_id,
    leading_figure.line,
    leading_figure.document,
    dim_document.duplicate_of IS NOT NULL AS is_duplicate,
    leading_figure.section,
    leading_figure.sheet,
    leading_figure.sentence,
    leading_figure.position,
    cast(line.figures AS INTEGER) AS figures,
    line.marts,

    leading_figure.place,
    leading_figure.place_code,
    leading_figure.place_level,
    leading_figure.place_sk,
    leading_figure.period,
    leading_figure.period_start,
    leading_figure.period_end,
    leading_figure.period_sk,
    leading_figure.time_basis,
    leading_figure.status,
    coalesce(line.population_group, leading_figure.population_group) AS population_group,
    coalesce(line.programme, leading_figure.programme) AS programme,
    line.funding_source,

    counted.observation_id AS count_id,
    counted.indicator AS count_indicator,
    counted.comparator AS count_comparator,
    counted.value AS count_value,
    counted.value_high AS count_high,
    counted.unit AS count_unit,
    count_plan.value AS count_plan,
    women.value AS women,

    amount.observation_id AS amount_id,
    amount.indicator AS amount_indicator,
    amount.comparator AS amount_comparator,
    amount.value AS amount_value,
    amount.value_high AS amount_high,
    amount.unit AS amount_unit,
    amount_plan.value AS amount_plan,

    rate.observation_id AS rate_id,
    rate.indicator AS rate_indicator,
    rate.comparator AS rate_comparator,
    rate.value AS rate_value,
    rate.value_high AS rate_high,
    rate.unit AS rate_unit,
    rate.per AS rate_per,
    rate_plan.value AS rate_plan,

    each_one.observation_id AS each_id,
    each_one.value AS each_value,
    each_one.unit AS each_unit,
    each_one.per AS each_per,

    completion.value AS completion_rate,

    whole.part_of_line,
    cast(coalesce(parts.parts, 0) AS INTEGER) AS parts,
    restated.restates_line,
    coalesce(verdict.verdict, 'unchecked') AS verdict,
    cast(coalesce(verdict.relations_broken, 0) AS INTEGER) AS relations_broken
FROM line
INNER JOIN figure AS leading_figure ON line.line_id = leading_figure.line_id AND leading_figure.rank = 1
INNER JOIN dim_document ON leading_figure.document = dim_document.document
LEFT JOIN figure AS counted ON line.line_id = counted.line_id AND counted.role = 'count'
LEFT JOIN figure AS count_plan ON line.line_id = count_plan.line_id AND count_plan.role = 'count_plan'
LEFT JOIN figure AS women ON line.line_id = women.line_id AND women.role = 'women'
LEFT JOIN figure AS amount ON line.line_id = amount.line_id AND amount.role = 'amount'
LEFT JOIN figure AS amount_plan ON line.line_id = amount_plan.line_id AND amount_plan.role = 'amount_plan'
LEFT JOIN figure AS rate ON line.line_id = rate.line_id AND rate.role = 'rate'
LEFT JOIN figure AS rate_plan ON line.line_id = rate_plan.line_id AND rate_plan.role = 'rate_plan'
LEFT JOIN figure AS each_one ON line.line_id = each_one.line_id AND each_one.role = 'each'
LEFT JOIN figure AS completion ON line.line_id = completion.line_id AND completion.role = 'completion'
LEFT JOIN whole ON line.line_id = whole.line_id
LEFT JOIN parts ON line.line_id = parts.line_id
LEFT JOIN restated ON line.line_id = restated.line_id
LEFT JOIN verdict ON line.line_id = verdict.line_id
