using System.Text.Json;
using SoftNo.Calls;

namespace SoftNo.Transcripts.Json;

/// <summary>The flags by which sources tell a person's side, whichever of them a person has.</summary>
internal static class SideFlags
{
    private static readonly string[] Ours = ["is_rep", "isRep", "is_internal", "isInternal"];
    private static readonly string[] Theirs = ["is_external", "isExternal"];
    private static readonly string[] Kinds = ["affiliation", "scope", "participant_type", "participantType", "type", "ParticipantRole"];

    /// <summary>The side a person's flags state and what states it; unknown where none does.</summary>
    public static (Side Side, Bilingual? Reason) Of(JsonElement person)
    {
        if (person.ValueKind != JsonValueKind.Object) return (Side.Unknown, null);
        foreach (string name in Ours)
        {
            if (person.Flag(name) is { } ours) return (ours ? Side.Seller : Side.Prospect, SourceSays.Flag(name, ours ? "true" : "false"));
        }

        foreach (string name in Theirs)
        {
            if (person.Flag(name) is { } external) return (external ? Side.Prospect : Side.Seller, SourceSays.Flag(name, external ? "true" : "false"));
        }

        foreach (string name in Kinds)
        {
            if (person.Text(name) is { } kind && Named(kind) is var side and not Side.Unknown) return (side, SourceSays.Flag(name, kind));
        }

        return (Side.Unknown, null);
    }

    /// <summary>The side a source's word for it names.</summary>
    public static Side Named(string? kind) => kind?.ToLowerInvariant() switch
    {
        "internal" or "user" or "agent" or "rep" or "seller" or "teammate" => Side.Seller,
        "external" or "contact" or "customer" or "prospect" or "buyer" or "client" => Side.Prospect,
        _ => Side.Unknown,
    };
}
