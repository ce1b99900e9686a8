using ExchangeNamespace.Model;

namespace ExchangeNamespace.Autodiscover;

/// <summary>What each way of looking asks for (S9, S10).</summary>
internal static class StepTarget
{
    public const string Path = "/autodiscover/autodiscover.xml";

    /// <summary>The only port of a service record that clients take.</summary>
    public const int ServicePort = 443;

    public static string Of(AutodiscoverMethod method, Fqdn domain) => method switch
    {
        AutodiscoverMethod.RootDomain => Url("https", domain.Value),
        AutodiscoverMethod.AutodiscoverHost => Url("https", Host(domain)),
        AutodiscoverMethod.HttpRedirect => Url("http", Host(domain)),
        AutodiscoverMethod.ServiceRecord => AutodiscoverLabels.ServicePrefix + domain.Value,
        AutodiscoverMethod.Restart or AutodiscoverMethod.PreferredLocalXml or AutodiscoverMethod.LastKnownGood
            or AutodiscoverMethod.Microsoft365Priority or AutodiscoverMethod.ServiceConnectionPoint
            or AutodiscoverMethod.LocalXml or AutodiscoverMethod.Microsoft365Failsafe => string.Empty,
        _ => throw ClosedSet.Outside(method),
    };

    public static string Host(Fqdn domain) => AutodiscoverLabels.HostPrefix + domain.Value;

    public static string Url(string scheme, string host) => scheme + "://" + host + Path;
}
