namespace SoftNo.Cues.Listener;

/// <summary>When scores become a cue. The numbers come with the weights, in models/listener.json.</summary>
/// <param name="Heights">For each kind of <see cref="CueKinds.All"/>, the probability a cue must reach somewhere, 0 to 1.</param>
/// <param name="Edge">Share of the height that must hold all along, 0 to 1.</param>
/// <param name="Bridge">Most pieces below the edge that a cue may bridge.</param>
/// <param name="Split">Probability of "begins" at which a run is cut in two; above 1, never.</param>
public sealed record CueThresholds(IReadOnlyList<double> Heights, double Edge, int Bridge, double Split);
