"""Which words share a shard of the search index."""

from ocop.search.clusters import clusters

SIZES = [40, 40, 40, 40]
OFTEN = [10, 10, 10, 10]


def test_words_side_by_side_often_share_a_group() -> None:
    found = clusters(SIZES, OFTEN, {(0, 2): 6, (1, 3): 5}, 100)

    assert found == [[0, 2], [1], [3]]


def test_the_most_inseparable_come_first_and_a_full_group_takes_no_more() -> None:
    together = {(0, 1): 6, (1, 2): 6, (2, 3): 6}

    assert clusters(SIZES, [60, 40, 30, 40], together, 100) == [[0], [1, 2], [3]]
    assert clusters(SIZES, [60, 50, 40, 30], together, 100) == [[0, 1], [2, 3]]
    assert clusters(SIZES, [60, 50, 40, 30], together, 159) == [[0], [1, 2, 3]]
    assert clusters(SIZES, [60, 50, 40, 30], together, 160) == [[0, 1, 2, 3]]


def test_words_that_hardly_stand_alone_fill_more_than_the_limit() -> None:
    assert clusters(SIZES, OFTEN, {(0, 1): 7, (1, 2): 7, (2, 3): 6}, 40) == [[0, 1, 2], [3]]
    assert clusters([140, 141, 140, 140], OFTEN, {(0, 1): 9, (2, 3): 9}, 40) == [[0], [1], [2, 3]]


def test_a_vocabulary_of_nothing_has_no_groups() -> None:
    assert clusters([], [], {}, 100) == []
