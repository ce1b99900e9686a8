using System.Collections.Generic;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Emission;

/// <summary>
/// What the lines of one service share before and after the server that they are for. It is written once, which is why a line costs the
/// same whether it has one setting or ten.
/// </summary>
internal sealed class LineFrame(ServiceDialect dialect, IReadOnlyList<CommandParameter> parameters)
{
    private readonly ParameterTail _tail = new(parameters);
    private string? _lead;

    public ServiceDialect Dialect => dialect;

    /// <summary>The line for a server.</summary>
    public string For(string server) => string.Concat(
        _lead ??= $"{dialect.Cmdlet} -{dialect.IdentityParameter} ",
        PowerShellLiteral.Quote(Identity(server), LiteralForm.Bare),
        _tail.Text);

    /// <summary>The parameters of the line for a server, in order.</summary>
    public IReadOnlyList<CommandParameter> Parameters(string server) =>
        [new CommandParameter(dialect.IdentityParameter, CommandValue.Text(Identity(server), LiteralForm.Bare)), .. _tail.Parameters];

    private string Identity(string server) => dialect.VirtualDirectory is null ? server : server + "\\" + dialect.VirtualDirectory;
}
