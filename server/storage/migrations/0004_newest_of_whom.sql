-- Who did it and where, newest first: an auditor looks for one of thousands in millions of entries.
CREATE INDEX journal_by_user ON journal(user_id, place_id, position);
-- All but what happens all day: a few in millions, found without looking at the others.
CREATE INDEX journal_by_rare_fact ON journal(what, position)
  WHERE what NOT IN ('points_awarded', 'points_verified', 'transfer_reversed');
-- Households and people of every grid are counted again whenever somebody comes or moves.
CREATE INDEX household_count ON household(grid_id, hamlet_id, members) WHERE removed_by = 0;
