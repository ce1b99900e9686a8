namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>What an anonymous client sees of a version beside the answers of its services.</summary>
/// <param name="Build">The build in four parts, as in X-OWA-Version.</param>
/// <param name="Web">The Server header of its IIS.</param>
/// <param name="IsModern">2013 and later: health pages, X-FEServer and MAPI over HTTP.</param>
/// <param name="HasJson">Whether Autodiscover answers in JSON, and the directory API exists.</param>
internal sealed record FrontEndProduct(string Build, string Web, bool IsModern, bool HasJson)
{
    public static FrontEndProduct Exchange2010 { get; } = new("14.3.513.0", "Microsoft-IIS/7.5", IsModern: false, HasJson: false);

    public static FrontEndProduct Exchange2013 { get; } = new("15.0.1497.48", "Microsoft-IIS/8.5", IsModern: true, HasJson: false);

    public static FrontEndProduct Exchange2016 { get; } = new("15.1.2507.39", "Microsoft-IIS/10.0", IsModern: true, HasJson: true);

    public static FrontEndProduct Exchange2019 { get; } = new("15.2.1544.11", "Microsoft-IIS/10.0", IsModern: true, HasJson: true);

    public static FrontEndProduct Subscription { get; } = new("15.2.2562.17", "Microsoft-IIS/10.0", IsModern: true, HasJson: true);

    /// <summary>The build in the paths of the logon page: three parts since 2013, four before.</summary>
    public string PathBuild => IsModern ? Build[..Build.LastIndexOf('.')] : Build;
}
