using SoftNo.Cues.Listener;

namespace SoftNo.Tests.Listener;

public class HeardRowTests
{
    [Fact]
    public void A_long_turn_is_read_in_rows_of_120_pieces()
    {
        Assert.Equal([new(0, 0, 120), new(0, 120, 120), new(0, 240, 1)], HeardRow.Of([241]));
    }

    [Fact]
    public void A_turn_without_pieces_keeps_its_row_so_that_the_calls_order_stands()
    {
        Assert.Equal([new(0, 0, 3), new(1, 0, 0), new(2, 0, 120)], HeardRow.Of([3, 0, 120]));
    }

    [Fact]
    public void No_turns_give_no_rows() => Assert.Empty(HeardRow.Of([]));
}
