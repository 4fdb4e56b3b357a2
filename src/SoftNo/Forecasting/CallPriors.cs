using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoftNo.Forecasting;

/// <summary>What one call says of a deal's chance before there is any history: base rates and likelihood ratios, from <c>models/call-priors.json</c>.</summary>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="BaseLow">The lower base rate, 0 to 1.</param>
/// <param name="BaseHigh">The higher base rate.</param>
/// <param name="Shrink">What the summed log-ratio is multiplied by, because its parts correlate.</param>
/// <param name="Cap">The largest shrunk log-ratio, either way.</param>
/// <param name="GenericEnthusiasm">Ratio of signal 1.</param>
/// <param name="TechInfatuation">Ratio of signal 3.</param>
/// <param name="VagueStep">Ratio of signal 2.</param>
/// <param name="StepRefused">Ratio of a refused step, in place of a vague one.</param>
/// <param name="HardTopics">Ratio of several specific hard topics.</param>
/// <param name="HardTopicsFrom">From how many topics on.</param>
/// <param name="BookedStep">Ratio of a booked step.</param>
/// <param name="Stakeholder">Ratio of something that costs them, such as a named colleague brought in.</param>
public sealed record CallPriors(
    string Source, double BaseLow, double BaseHigh, double Shrink, double Cap, double GenericEnthusiasm, double TechInfatuation, double VagueStep,
    double StepRefused, double HardTopics, int HardTopicsFrom, double BookedStep, double Stakeholder)
{
    /// <summary>Where the shipped numbers lie.</summary>
    public static string DefaultFile { get; } = Path.Combine(AppContext.BaseDirectory, "models", "call-priors.json");

    /// <summary>Reads the numbers.</summary>
    /// <exception cref="JsonException">When the shipped file is broken: our bug.</exception>
    public static CallPriors Load(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(file), CallPriorsContext.Default.CallPriors) ?? throw new JsonException($"{file} is empty.");
}

/// <summary>How the numbers are read, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CallPriors))]
internal sealed partial class CallPriorsContext : JsonSerializerContext;
