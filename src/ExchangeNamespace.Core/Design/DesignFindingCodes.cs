namespace ExchangeNamespace.Design;

/// <summary>Codes of a design that is inferred from captured state.</summary>
public static class DesignFindingCodes
{
    /// <summary>The servers of a site have different hosts for a service.</summary>
    public const string HostDiffers = "EXN540";

    /// <summary>A service connection point of a site leads elsewhere, or serves other sites.</summary>
    public const string ConnectionPointDiffers = "EXN541";

    /// <summary>Sites share an external host.</summary>
    public const string SharedExternalHost = "EXN542";

    /// <summary>Servers have other authentication methods, or another SSL offloading, than most.</summary>
    public const string AuthenticationDiffers = "EXN543";

    /// <summary>A captured value that a design cannot state, so that the plan changes it or leaves it alone.</summary>
    public const string NotCarried = "EXN544";

    /// <summary>Something was not captured, so the design leaves it out.</summary>
    public const string NotCaptured = "EXN545";

    /// <summary>No server has an external URL.</summary>
    public const string NoExternalHost = "EXN546";

    /// <summary>Some internal URLs are at the names of the servers and others are not.</summary>
    public const string InternalNamesMixed = "EXN547";

    /// <summary>The certificates of the servers differ in authority or names.</summary>
    public const string CertificateDiffers = "EXN548";

    /// <summary>Connectors state different names.</summary>
    public const string MailNameDiffers = "EXN549";

    /// <summary>The DNS model follows from names alone.</summary>
    public const string DnsModelGuessed = "EXN550";

    /// <summary>The guided entry cannot ask, because the shell or its host does not prompt.</summary>
    public const string CannotAsk = "EXN551";

    /// <summary>The answers ended before the questions.</summary>
    public const string AnswerMissing = "EXN552";

    /// <summary>More answers were given than there are questions.</summary>
    public const string AnswerUnused = "EXN553";

    /// <summary>Nothing but the captured state stands behind what a design says.</summary>
    internal const string Rule = "1E";
}
