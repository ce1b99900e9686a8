using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>The host that PowerShell sees: it prints, cannot be asked anything, and remembers the exit code of a script.</summary>
internal sealed class ConsoleHost(HostConsole console) : PSHost
{
    private readonly ConsoleHostUI _ui = new(console);

    public int? RequestedExitCode { get; private set; }

    public bool HasShownError => _ui.HasShownError;

    public override string Name => "ExchangeNamespace.Shell";

    public override Version Version => typeof(ConsoleHost).Assembly.GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => _ui;

    public override void EnterNestedPrompt() => throw NotInteractive.Error();

    public override void ExitNestedPrompt() => throw NotInteractive.Error();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public void ShowAsError(Action show)
    {
        _ui.IsShowingError = true;
        try
        {
            show();
        }
        finally
        {
            _ui.IsShowingError = false;
        }
    }

    public void BeginRun()
    {
        RequestedExitCode = null;
        _ui.HasShownError = false;
    }
}
