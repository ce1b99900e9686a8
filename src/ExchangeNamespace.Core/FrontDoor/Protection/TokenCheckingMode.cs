namespace ExchangeNamespace.FrontDoor.Protection;

/// <summary>How a virtual directory uses Extended Protection; each value asks for more than the one before it.</summary>
public enum TokenCheckingMode
{
    /// <summary>Off.</summary>
    None,

    /// <summary>On for clients that support it; others still sign in.</summary>
    Allow,

    /// <summary>On, and clients without it are refused.</summary>
    Require,
}

/// <summary>The web site that a virtual directory belongs to.</summary>
public enum ExchangeWebSite
{
    /// <summary>The default web site, which clients reach.</summary>
    FrontEnd,

    /// <summary>The site <c>Exchange Back End</c>, which other servers reach.</summary>
    BackEnd,
}
