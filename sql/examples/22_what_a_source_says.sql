-- What does each source say in total, and how much of it fits?
SELECT
    parse_filename(document) AS source_file,
    figures,
    indicators,
    places,
    relations_holding AS holding,
    contradictions AS wrong,
    worth_a_look AS look
FROM view_document
ORDER BY document
