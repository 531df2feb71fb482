-- Grain: One figure's part in one relation, with all that the arithmetic reads of it.
-- `low` and `high` bound the true values for which the printed figure can stand, rounding and cutting off both
-- allowed; null is unbounded. `family` tells what may be added and compared: all things that are counted are one
-- family (a house is given to a household), each currency and measure is one, all rates are one. Masses are told in
-- kilogram, so that tonnes of rice can be held against kilograms a head.
WITH unit_kind AS (
    SELECT
        unit,
        arg_min(kind, cast(file_row AS INTEGER)) AS kind
    FROM vocabulary_units
    WHERE unit IS NOT NULL
    GROUP BY unit
),

figure AS (
    SELECT
        stg_observation.*,
        CASE
            WHEN stg_observation.unit IN ('gram', 'kilogram', 'quintal', 'tonne') THEN 'mass'
            WHEN unit_kind.kind = 'rate' THEN 'rate'
            WHEN unit_kind.kind IN ('money', 'measure') THEN stg_observation.unit
            ELSE 'count'
        END AS family,
        cast(CASE stg_observation.unit
            WHEN 'gram' THEN 0.001
            WHEN 'quintal' THEN 100
            WHEN 'tonne' THEN 1000
            ELSE 1
        END AS DECIMAL(9, 3)) AS scale
    FROM stg_observation
    LEFT JOIN unit_kind ON stg_observation.unit = unit_kind.unit
)

SELECT
    member.relation_id,
    member.position,
    relation.document,
    relation.kind,
    relation.exhaustive,
    relation.multiplier,
    relation.years,
    member.role,
    member.sign,
    figure.observation_id,
    cast(figure.value * figure.scale AS DECIMAL(38, 6)) AS value,
    cast(figure.interval_low * figure.scale AS DECIMAL(38, 6)) AS low,
    cast(figure.interval_high * figure.scale AS DECIMAL(38, 6)) AS high,
    figure.comparator,
    figure.unit,
    figure.family,
    figure.per,
    figure.sheet IS NOT NULL AS in_sheet,
    figure.value_printed,
    figure.factor,
    figure.status,
    figure.indicator,
    figure.population_group,
    figure.programme,
    figure.place_level,
    figure.place_code,
    figure.place_valid_from,
    figure.period_start,
    figure.period_end
FROM stg_relation AS relation
INNER JOIN stg_relation_member AS member USING (relation_id)
INNER JOIN figure USING (observation_id)
