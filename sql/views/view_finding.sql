-- Grain: One finding that no expert has accepted, with its sentence and what would mend it, the gravest first.
-- What to look at before the figures of a source are used. A contradiction or a broken legal norm comes before what is
-- only worth a look; of two alike the one comes first whose figure is more times what it should be, so that a slip of
-- the unit comes before one of a digit. Rows keep this order, and `rank` says it.
WITH first_figure AS (
    SELECT
        relation_id,
        arg_min(observation_id, position) AS observation_id
    FROM fact_relation_member
    GROUP BY relation_id
)

SELECT
    row_number() OVER (
        ORDER BY
            list_position(['critical', 'warning', 'info'], finding.severity) ASC,
            abs(finding.difference) / nullif(abs(finding.computed), 0) DESC NULLS LAST,
            finding.relation_id ASC
    ) AS rank,
    finding.relation_id,
    first_figure.observation_id,
    finding.severity,
    finding.kind,
    finding.document,
    source.title,
    source.publisher,
    source.made_up,
    finding.place AS stands_at,
    finding.sentence,
    finding.explanation_vi,
    finding.explanation_en,
    finding.stated,
    finding.computed,
    finding.difference,
    finding.unit,
    finding.norm_source,
    finding.proposal_value,
    finding.proposal_unit,
    finding.proposal_reason AS proposal_vi,
    finding.proposal_reason_en AS proposal_en,
    finding.why_vi,
    finding.why_en
FROM fact_finding AS finding
INNER JOIN dim_document AS source ON finding.document = source.document
LEFT JOIN first_figure ON finding.relation_id = first_figure.relation_id
WHERE NOT finding.is_accepted
ORDER BY rank
