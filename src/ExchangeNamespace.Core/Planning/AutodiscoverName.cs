namespace ExchangeNamespace.Planning;

/// <summary>The label that clients put before a mail domain (S9).</summary>
internal static class AutodiscoverName
{
    public const string Label = "autodiscover";
}
