namespace ExchangeNamespace.StandIn.State;

/// <summary>A virtual directory of a server, Outlook Anywhere included.</summary>
public sealed class StandInVirtualDirectory : StandInObject
{
    /// <summary>Makes a virtual directory without URLs.</summary>
    public StandInVirtualDirectory(string kind, string server, string name)
        : base(kind, server, server + "\\" + name, name, server + "\\" + name)
    {
    }

    /// <inheritdoc/>
    protected override StandInObject Create(string identity, string name, string key) => new StandInVirtualDirectory(Kind, Server, name);
}
