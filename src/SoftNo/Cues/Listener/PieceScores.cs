namespace SoftNo.Cues.Listener;

/// <summary>What the network says of the pieces of one call, in the order of its turns: probabilities from 0 to 1, row by row.</summary>
/// <param name="Kinds">Pieces × kinds of <see cref="CueKinds.All"/>.</param>
/// <param name="Begins">Pieces: a cue begins here.</param>
/// <param name="Topics">Pieces × topics of <see cref="Outputs.Topics"/>; over all topics they add up to 1.</param>
public sealed record PieceScores(float[] Kinds, float[] Begins, float[] Topics);
