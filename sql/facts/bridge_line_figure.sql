-- Grain: One figure with its part in one line of its statement.
-- A statement is what a source tells together: "28 hộ, kinh phí 1.960 triệu đồng". Of one place and period its first
-- count, first amount and first rate make the first line, the second ones the second: no figure is lost, none is in
-- two lines, and no count of this year stands beside the debt of the last. What names no place or period takes that of
-- its statement. Money and rates join a count of the same people where there is one: the poverty rate stands with the
-- poor households, not with all. A plan stands in the line of its actual figure, "21 nữ" of 29 workers in the line of
-- the 29.
WITH figure AS (
    SELECT
        told.observation_id,
        told.document,
        told.statement_id,
        told.position,
        coalesce(told.place_sk, min(told.place_sk) OVER statement) AS setting_place,
        coalesce(told.period_start, min(told.period_start) OVER statement) AS setting_start,
        coalesce(told.period_end, min(told.period_end) OVER statement) AS setting_end,
        told.value,
        told.unit,
        told.sex,
        coalesce(told.population_group, '_T') AS about,
        told.status IN ('plan', 'target') AS planned,
        CASE
            WHEN told.indicator = 'plan.completion_rate' THEN 'completion'
            WHEN
                told.status = 'norm'
                OR told.indicator = 'unit.support_norm'
                OR coalesce(told.per, 'year') NOT IN ('year', 'quarter', 'month', 'week', 'day')
                THEN 'each'
            WHEN dim_unit.kind = 'money' THEN 'amount'
            WHEN dim_unit.kind = 'rate' OR dim_indicator.measure_type IN ('RATE', 'RATIO') THEN 'rate'
            ELSE 'count'
        END AS part
    FROM fact_observation AS told
    LEFT JOIN dim_unit ON told.unit = dim_unit.unit_id
    LEFT JOIN dim_indicator ON told.indicator = dim_indicator.indicator_id
    WINDOW statement AS (PARTITION BY told.statement_id)
),

one_sex AS (
    SELECT
        figure.observation_id,
        whole.observation_id AS whole_id
    FROM figure
    INNER JOIN bridge_part_of USING (observation_id)
    INNER JOIN figure AS whole ON bridge_part_of.total_id = whole.observation_id
    WHERE
        figure.sex IS NOT NULL
        AND whole.sex IS NULL
        AND figure.part = 'count'
        AND whole.part = 'count'
        AND figure.unit = whole.unit
        AND figure.planned = whole.planned
    QUALIFY
        row_number() OVER (PARTITION BY figure.observation_id ORDER BY whole.value, whole.position) = 1
        AND row_number() OVER (PARTITION BY whole.observation_id, figure.sex ORDER BY figure.position) = 1
),

in_turn AS (
    SELECT
        *,
        min(position) OVER setting AS first_position,
        row_number() OVER alike AS turn,
        row_number() OVER (
            PARTITION BY statement_id, setting_place, setting_start, setting_end, part, planned, about
            ORDER BY position
        ) AS turn_about
    FROM figure
    ANTI JOIN one_sex USING (observation_id)
    WINDOW
        setting AS (PARTITION BY statement_id, setting_place, setting_start, setting_end),
        alike AS (
            PARTITION BY statement_id, setting_place, setting_start, setting_end, part, planned
            ORDER BY position
        )
),

beside AS (
    SELECT
        told.*,
        CASE WHEN told.part IN ('amount', 'rate', 'each') THEN counted.turn END AS counted_turn
    FROM in_turn AS told
    LEFT JOIN in_turn AS counted
        ON
            told.statement_id = counted.statement_id
            AND told.setting_place IS NOT DISTINCT FROM counted.setting_place
            AND told.setting_start IS NOT DISTINCT FROM counted.setting_start
            AND told.setting_end IS NOT DISTINCT FROM counted.setting_end
            AND told.planned = counted.planned
            AND told.about = counted.about
            AND told.turn_about = counted.turn_about
            AND counted.part = 'count'
),

numbered AS (
    SELECT
        * REPLACE (CASE
            WHEN counted_turn IS NOT NULL THEN counted_turn
            -- What joins no count stands behind all that do, lest two figures of a kind meet in a line.
            WHEN bool_or(counted_turn IS NOT NULL) OVER alike THEN turn + max(turn) OVER setting
            ELSE turn
        END AS turn)
    FROM beside
    WINDOW
        setting AS (PARTITION BY statement_id, setting_place, setting_start, setting_end),
        alike AS (PARTITION BY statement_id, setting_place, setting_start, setting_end, part, planned)
),

ranked AS (
    SELECT
        *,
        dense_rank() OVER (PARTITION BY statement_id ORDER BY turn, first_position) AS line
    FROM numbered
),

placed AS (
    SELECT
        observation_id,
        document,
        statement_id,
        line,
        part,
        planned,
        position
    FROM ranked
    UNION ALL
    SELECT
        figure.observation_id,
        figure.document,
        whole.statement_id,
        whole.line,
        CASE figure.sex WHEN 'F' THEN 'women' ELSE 'men' END AS part,
        figure.planned,
        figure.position
    FROM one_sex
    INNER JOIN figure USING (observation_id)
    INNER JOIN ranked AS whole ON one_sex.whole_id = whole.observation_id
)

SELECT
    observation_id,
    document,
    statement_id,
    cast(line AS INTEGER) AS line,
    statement_id || '-' || line AS line_id,
    CASE
        WHEN planned AND NOT bool_and(planned) OVER (PARTITION BY statement_id, line) THEN part || '_plan'
        ELSE part
    END AS role,
    cast(row_number() OVER (
        PARTITION BY statement_id, line
        ORDER BY
            planned,
            list_position(['count', 'amount', 'rate', 'each', 'completion', 'women', 'men'], part),
            position
    ) AS INTEGER) AS rank
FROM placed
