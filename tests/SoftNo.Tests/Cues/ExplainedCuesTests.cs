using SoftNo.Calls;
using SoftNo.Cues;
using SoftNo.Evaluation;

namespace SoftNo.Tests.Cues;

public class ExplainedCuesTests
{
    private static readonly Call Sale = LabelledCall.Parse("x1-01.call", """
        id: x1-01
        title: Test
        when: 2026-11-17T10:00-05:00
        zone: America/New_York
        us: Luc
        them: Ann
        noise: clean
        part: scene

        00:01 Luc: Underneath there is an engine that draws a map of every pallet, all of it trained by our own researchers over nine years.
        00:09 Ann: Huh, I have to say that is rather neat, the way it all hangs together.
        00:14 Ann: Half our pallets still end up in the wrong bay, and every one of them is twenty minutes of somebody walking.
        00:21 Luc: With Dupont the wrong bays went from eighty a week to six, which gave them back two people.
        00:30 Ann: Okay. I'd want to let that settle over here before anybody picks it up again.
        00:35 Luc: Naturally, whenever suits you.
        """).Call!.Call;

    [Fact]
    public void What_the_trained_reader_alone_found_tells_the_words_that_moved_it_and_its_nearest_rule()
    {
        var reader = CallReader.Load(Repository.Root).Reader!;

        var plain = reader.Read(Sale);
        var explained = reader.Read(Sale, explain: true);

        Assert.Equal(plain.Cues.Select(cue => cue.Id), explained.Cues.Select(cue => cue.Id));
        Assert.All(plain.Cues, cue => Assert.Empty(cue.MovedBy));
        var alone = explained.Cues.Where(cue => cue.FoundBy is [FoundBy.Listener]).ToList();
        Assert.NotEmpty(alone);
        Assert.All(alone, cue => Assert.NotNull(cue.NearestRule));
        Assert.Contains(alone, cue => cue.MovedBy.Count > 0);
        Assert.All(alone.SelectMany(cue => cue.MovedBy.Select(moved => (cue, moved))), one =>
            Assert.Matches(@"^[\w'-]+$", one.moved.Span.Of(Sale.Turns[one.cue.Turn].Text)));
        Assert.All(explained.Cues.Except(alone), cue => Assert.Empty(cue.MovedBy));
    }
}
