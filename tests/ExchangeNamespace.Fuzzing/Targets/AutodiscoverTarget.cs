using ExchangeNamespace.Autodiscover;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>The body of an Autodiscover answer has a meaning, or is said to be something else.</summary>
internal static class AutodiscoverTarget
{
    public static void Read(byte[] bytes) => Must.Hold(AutodiscoverResponseReader.Read(bytes) is not null, "No meaning.");
}
