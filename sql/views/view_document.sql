-- Grain: One source and what it says in total: its figures, of what, where and when, and how many fit.
-- "What is in this source, and may I rely on it?" Refused sources are here too, with no figures. Findings that an
-- expert has accepted are not counted as open.
WITH figure AS (
    SELECT
        document,
        count(*) AS figures,
        count(indicator) AS with_indicator,
        count(DISTINCT statement_id) AS statements,
        count(DISTINCT indicator) AS indicators,
        count(DISTINCT place) AS places,
        min(period_start) AS first_day,
        max(period_end) AS last_day
    FROM fact_observation
    GROUP BY document
),

relation AS (
    SELECT
        document,
        count(*) FILTER (outcome = 'holds') AS holding,
        count(*) FILTER (outcome = 'broken') AS broken,
        count(*) FILTER (outcome = 'not_evaluated') AS not_evaluated
    FROM fact_relation
    GROUP BY document
),

finding AS (
    SELECT
        document,
        count(*) FILTER (severity <> 'info') AS contradictions,
        count(*) FILTER (severity = 'info') AS worth_a_look
    FROM fact_finding
    WHERE NOT is_accepted
    GROUP BY document
)

SELECT
    source.document,
    source.title,
    source.publisher,
    source.published,
    source.kind,
    source.made_up,
    source.refused,
    source.duplicate_of,
    coalesce(figure.figures, 0) AS figures,
    coalesce(figure.with_indicator, 0) AS with_indicator,
    coalesce(figure.statements, 0) AS statements,
    coalesce(figure.indicators, 0) AS indicators,
    coalesce(figure.places, 0) AS places,
    figure.first_day,
    figure.last_day,
    coalesce(relation.holding, 0) AS relations_holding,
    coalesce(relation.broken, 0) AS relations_broken,
    coalesce(relation.not_evaluated, 0) AS relations_not_evaluated,
    coalesce(finding.contradictions, 0) AS contradictions,
    coalesce(finding.worth_a_look, 0) AS worth_a_look,
    source.problems
FROM dim_document AS source
LEFT JOIN figure ON source.document = figure.document
LEFT JOIN relation ON source.document = relation.document
LEFT JOIN finding ON source.document = finding.document
ORDER BY source.document
