"""What every step asks of the words themselves: clauses, jieba's words, names of persons, houses and divisions."""
