namespace ExchangeNamespace.Loading;

/// <summary>Who asks for an assembly.</summary>
internal sealed class Requester
{
    private Requester(bool isKnown, bool isModule, Feature? feature)
    {
        IsKnown = isKnown;
        IsModule = isModule;
        Feature = feature;
    }

    /// <summary>An assembly that is not ours and was not loaded by us.</summary>
    public static Requester Foreign { get; } = new(isKnown: true, isModule: false, feature: null);

    /// <summary>.NET Framework did not say; it leaves the requester out for some private dependencies.</summary>
    public static Requester Unknown { get; } = new(isKnown: false, isModule: false, feature: null);

    /// <summary>One of the module's two assemblies.</summary>
    public static Requester Module { get; } = new(isKnown: true, isModule: true, feature: null);

    /// <summary>Whether the runtime named the requester.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether it is one of the module's two assemblies.</summary>
    public bool IsModule { get; }

    /// <summary>The feature whose folder it was loaded from, if we loaded it.</summary>
    public Feature? Feature { get; }

    /// <summary>A library that we loaded from the folder of <paramref name="feature"/>.</summary>
    /// <param name="feature">The feature.</param>
    public static Requester Library(Feature feature) => new(isKnown: true, isModule: false, feature);
}
