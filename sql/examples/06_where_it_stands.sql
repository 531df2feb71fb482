-- Where in its source does a figure stand? The characters at its offsets are the quote, so anyone can look it up.
SELECT
    parse_filename(observation.document) AS source_file,
    observation.value,
    observation.char_start AS first_character,
    substr(source.text, observation.char_start + 1, observation.char_end - observation.char_start) AS printed,
    substr(source.text, observation.char_start - 19, 50) AS around
FROM fact_observation AS observation
INNER JOIN fact_document_text AS source ON observation.document = source.document
WHERE observation.indicator = 'house.hh_supported'
ORDER BY observation.document, observation.position
