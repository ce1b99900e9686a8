namespace ExchangeNamespace.Model;

/// <summary>How much is taken for SPF records.</summary>
internal static class SpfLimits
{
    /// <summary>Values of one parameter: twice the addresses that the longest TXT record holds.</summary>
    public const int Values = 10_000;
}
