using SoftNo.Calls;

namespace SoftNo.Cues.Listener;

/// <summary>The order of the network's inputs and outputs: kinds, topics and sides as numbers.</summary>
public static class Outputs
{
    /// <summary>Number of kinds.</summary>
    public static int Kinds => CueKinds.All.Count;

    /// <summary>The topics of all kinds, one after the other, in the order of the kinds.</summary>
    public static IReadOnlyList<(CueKind Kind, string Topic)> Topics { get; } =
        [.. CueKinds.All.SelectMany(kind => kind.Topics().Select(topic => (kind, topic)))];

    /// <summary>First topic of a kind among <see cref="Topics"/>, and how many it has.</summary>
    public static (int First, int Count) TopicsOf(CueKind kind) =>
        (CueKinds.All.TakeWhile(other => other != kind).Sum(other => other.Topics().Count), kind.Topics().Count);

    /// <summary>Place of a topic among <see cref="Topics"/>, or −1.</summary>
    public static int TopicAt(CueKind kind, string? topic)
    {
        (int first, int count) = TopicsOf(kind);
        for (int at = first; at < first + count; at++)
        {
            if (Topics[at].Topic == topic)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Row of a side in the trained side embedding.</summary>
    public static int Row(Side side) => side switch
    {
        Side.Prospect => 0,
        Side.Seller => 1,
        Side.Unknown => 2,
    };

    /// <summary>Whether <paramref name="side"/> can say a cue of <paramref name="kind"/>; an unknown side can say any.</summary>
    public static bool CanSay(Side side, CueKind kind) => side == Side.Unknown || kind.SideOf() is not { } other || other == side;
}
