-- Grain: One figure of one source beside the same figure of the source that is preferred for it.
-- Why: an article and a workbook, two articles, two years' editions tell one figure; they agree, round, or conflict.
-- The same is what has the same indicator, programme, sex, place, period, status, unit and per; where no programme is
-- told, the same group and source of funds too, which a programme implies. same_figures.csv says which codes tell one
-- thing. A stock is told for the day on which its period ends. A figure that is part of another under one key, or
-- repeats such a one, is not what a source tells of the whole, so totals meet totals only. Parts of one key, and
-- several figures of one key, are told apart by what was not read: they may be seen to agree, not to conflict.
-- Preferred is what preferred_sources.csv ranks first, then what was published later, then what comes first by name.
-- Both figures stay; copies of a source with the same bytes do not speak twice. Two sources that share many figures
-- and differ in most of them count something else (an edition before the last, another survey): that is one conflict
-- and not many, so the figure of the widest place stands for all.
WITH translated AS (
    SELECT
        told.*,
        dim_document.publisher,
        dim_document.published,
        dim_indicator.stock_flow,
        coalesce(same_indicator.same_as, told.indicator) AS measure,
        CASE WHEN same_programme.code IS NULL THEN told.programme ELSE same_programme.same_as END AS scheme,
        CASE WHEN same_group.code IS NULL THEN told.population_group ELSE same_group.same_as END AS people,
        coalesce(same_unit.same_as, told.unit) AS counted_in
    FROM stg_observation AS told
    INNER JOIN dim_document ON told.document = dim_document.document AND dim_document.duplicate_of IS NULL
    INNER JOIN dim_indicator ON told.indicator = dim_indicator.indicator_id AND dim_indicator.mart <> 'cross'
    LEFT JOIN vocabulary_same_figures AS same_indicator
        ON same_indicator.vocabulary = 'indicator' AND told.indicator = same_indicator.code
    LEFT JOIN vocabulary_same_figures AS same_programme
        ON same_programme.vocabulary = 'programme' AND told.programme = same_programme.code
    LEFT JOIN vocabulary_same_figures AS same_group
        ON same_group.vocabulary = 'population_group' AND told.population_group = same_group.code
    LEFT JOIN vocabulary_same_figures AS same_unit
        ON same_unit.vocabulary = 'unit' AND told.unit = same_unit.code
    WHERE
        told.place_code IS NOT NULL
        AND told.period_end IS NOT NULL
        AND told.interval_low IS NOT NULL
        AND told.interval_high IS NOT NULL
        AND told.section IS DISTINCT FROM 'teaser'
),

figure AS (
    SELECT
        * EXCLUDE (people),
        sheet IS NOT NULL AS in_sheet,
        CASE WHEN scheme IS NULL THEN people END AS people,
        CASE WHEN scheme IS NULL THEN funding_source END AS payer,
        CASE WHEN stock_flow <> 'STOCK' THEN period_start END AS flow_start
    FROM translated
),

-- Of a total that the source tells under the same key, whoever pays it.
told_part AS (
    SELECT DISTINCT figure.observation_id
    FROM (
        SELECT
            *,
            unnest(part_of) AS total_id
        FROM figure
    ) AS figure
    INNER JOIN figure AS total
        ON
            figure.total_id = total.observation_id
            AND figure.measure = total.measure
            AND figure.scheme IS NOT DISTINCT FROM total.scheme
            AND figure.people IS NOT DISTINCT FROM total.people
            AND figure.place_level = total.place_level
            AND figure.place_code = total.place_code
            AND figure.status = total.status
            AND figure.period_end = total.period_end
            AND figure.sex IS NOT DISTINCT FROM total.sex
),

-- What the source repeats of a part is one too.
part AS (
    SELECT observation_id FROM told_part
    UNION
    SELECT again.observation_id
    FROM told_part
    INNER JOIN stg_relation_member AS member ON told_part.observation_id = member.observation_id
    INNER JOIN stg_relation AS relation ON member.relation_id = relation.relation_id AND relation.kind = 'repeat'
    INNER JOIN stg_relation_member AS again ON relation.relation_id = again.relation_id
),

keyed AS (
    SELECT
        figure.*,
        part.observation_id IS NOT NULL AS is_part,
        md5(
            concat_ws(
                '|', measure, coalesce(scheme, ''), coalesce(people, ''), coalesce(payer, ''), coalesce(counted_in, ''),
                coalesce(sex, ''), coalesce(per, ''), status, place_level, place_code, place_valid_from,
                coalesce(cast(flow_start AS VARCHAR), ''), period_end, part.observation_id IS NULL
            )
        ) AS same
    FROM figure
    LEFT JOIN part ON figure.observation_id = part.observation_id
),

-- What one source tells under one key: the figure with the narrowest bounds, and whether it is known to be one figure.
source AS (
    SELECT
        same,
        document,
        any_value(measure) AS measure,
        any_value(place_level) AS place_level,
        any_value(publisher) AS publisher,
        any_value(published) AS published,
        CASE WHEN bool_or(in_sheet) THEN 'sheet' ELSE 'text' END AS form,
        max(interval_low) <= min(interval_high) AND NOT bool_or(is_part) AS is_one,
        arg_min(observation_id, (interval_high - interval_low, position)) AS observation_id
    FROM keyed
    GROUP BY same, document
),

preferred AS (
    SELECT
        source.*,
        (
            SELECT min(cast(declared.rank AS INTEGER))
            FROM vocabulary_preferred_sources AS declared
            WHERE
                coalesce(declared.form, source.form) = source.form
                AND coalesce(declared.publisher, source.publisher, '') = coalesce(source.publisher, '')
        ) AS rank
    FROM source
),

ranked AS (
    SELECT
        *,
        row_number() OVER in_order AS place_in_order,
        first(document) OVER in_order AS first_document,
        first(observation_id) OVER in_order AS first_id,
        first(is_one) OVER in_order AS first_is_one
    FROM preferred
    WINDOW in_order AS (
        PARTITION BY same
        ORDER BY rank ASC NULLS LAST, published DESC NULLS LAST, document ASC
    )
),

-- Where a source tells several, the two figures that are equal to the digit.
equal AS (
    SELECT
        ranked.same,
        ranked.document,
        min((preferred.position, preferred.observation_id, other.observation_id)) AS pair
    FROM ranked
    INNER JOIN keyed AS other ON ranked.same = other.same AND ranked.document = other.document
    INNER JOIN keyed AS preferred
        ON
            ranked.same = preferred.same
            AND ranked.first_document = preferred.document
            AND other.value = preferred.value
    WHERE ranked.place_in_order > 1 AND NOT (ranked.is_one AND ranked.first_is_one)
    GROUP BY ranked.same, ranked.document
),

pair AS (
    SELECT
        ranked.first_document,
        ranked.document AS other_document,
        ranked.measure,
        ranked.place_level,
        CASE WHEN equal.same IS NULL THEN ranked.first_id ELSE equal.pair[2] END AS first_id,
        CASE WHEN equal.same IS NULL THEN ranked.observation_id ELSE equal.pair[3] END AS other_id
    FROM ranked
    LEFT JOIN equal ON ranked.same = equal.same AND ranked.document = equal.document
    WHERE ranked.place_in_order > 1 AND ((ranked.is_one AND ranked.first_is_one) OR equal.same IS NOT NULL)
),

compared AS (
    SELECT
        pair.*,
        preferred.interval_low > other.interval_high OR preferred.interval_high < other.interval_low AS differs,
        count(*) OVER between_sources AS shared,
        count(*) FILTER (differs) OVER between_sources AS differing,
        -- fewer may be single slips
        shared >= 20 AND 4 * differing > 3 * shared AS throughout
    FROM pair
    INNER JOIN figure AS preferred ON pair.first_id = preferred.observation_id
    INNER JOIN figure AS other ON pair.other_id = other.observation_id
    WINDOW between_sources AS (PARTITION BY pair.first_document, pair.other_document)
)

SELECT
    md5(concat_ws('|', 'cross_source', first_id, other_id))[:20] AS relation_id,
    least(first_document, other_document) AS document,
    first_id,
    first_document,
    other_id,
    other_document,
    CASE WHEN throughout THEN shared END AS shared,
    CASE WHEN throughout THEN differing END AS differing
FROM compared
QUALIFY
    NOT throughout
    OR row_number() OVER (
        PARTITION BY first_document, other_document ORDER BY differs DESC, place_level ASC, measure ASC, first_id ASC
    ) = 1
