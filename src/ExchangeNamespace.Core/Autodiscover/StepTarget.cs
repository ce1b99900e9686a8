using ExchangeNamespace.Model;

namespace ExchangeNamespace.Autodiscover;

/// <summary>What each way of looking asks for (S9, S10).</summary>
internal static class StepTarget
{
    public const string Label = "autodiscover";
    public const string Path = "/autodiscover/autodiscover.xml";
    public const string ServicePrefix = "_autodiscover._tcp.";

    /// <summary>The only port of a service record that clients take.</summary>
    public const int ServicePort = 443;

    public static string Of(AutodiscoverMethod method, Fqdn domain) => method switch
    {
        AutodiscoverMethod.RootDomain => Url("https", domain.Value),
        AutodiscoverMethod.AutodiscoverHost => Url("https", Host(domain)),
        AutodiscoverMethod.HttpRedirect => Url("http", Host(domain)),
        AutodiscoverMethod.ServiceRecord => ServicePrefix + domain.Value,
        _ => string.Empty,
    };

    public static string Host(Fqdn domain) => Label + "." + domain.Value;

    public static string Url(string scheme, string host) => scheme + "://" + host + Path;
}
