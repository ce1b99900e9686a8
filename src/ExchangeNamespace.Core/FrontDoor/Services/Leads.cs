using System;
using System.Linq;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.FrontDoor.Services;

/// <summary>Where a redirect leads to.</summary>
internal static class Leads
{
    private const string ErrorPage = "/owa/auth/errorfe.aspx";
    private const string FederationPath = "/adfs/ls";

    private static readonly string[] IdentityProviders =
        ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"];

    private static readonly HttpTarget Anywhere = new(true, "host.invalid", null, "/");

    /// <summary>Whether it is the logon page of Exchange.</summary>
    public static bool ToLogonPage(string? location) => Is(location, t => IsPath(t, ServiceExpectation.LogonPage));

    /// <summary>Whether it is the error page of Exchange.</summary>
    public static bool ToErrorPage(string? location) => Is(location, t => IsPath(t, ErrorPage));

    /// <summary>Whether it stays with http where it leads.</summary>
    public static bool ToPlainHttp(string? location) =>
        location?.StartsWith("/", StringComparison.Ordinal) == true || Is(location, t => !t.IsSecure);

    /// <summary>Whether it is the sign-on of an identity provider that Exchange itself may be told to use.</summary>
    public static bool ToIdentityProvider(string? location) => Is(location, t => IdentityProviders.Contains(t.Host)
        || t.Path.StartsWith(FederationPath, StringComparison.OrdinalIgnoreCase));

    /// <summary>The host that it leads to; null where that cannot be read.</summary>
    public static string? HostOf(string? location, string own) =>
        HttpTarget.TryParse(location, out HttpTarget? target, Anywhere) ? target.Host == Anywhere.Host ? own : target.Host : null;

    private static bool Is(string? location, Func<HttpTarget, bool> test) =>
        HttpTarget.TryParse(location, out HttpTarget? target, Anywhere) && test(target);

    private static bool IsPath(HttpTarget target, string page) =>
        target.Path.Equals(page, StringComparison.OrdinalIgnoreCase)
        || target.Path.StartsWith(page + "?", StringComparison.OrdinalIgnoreCase);
}
