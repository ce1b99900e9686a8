# What the hook of the client starts: the deployment script of each version, twice, in the stand-in Exchange of that version. The file and
# its password come from the environment alone.
param([string] $InputFile)
$plan = [IO.File]::ReadAllText($InputFile) | ConvertFrom-Json
. $plan.Stage
Open-Stage $plan.StandIn
$password = ConvertTo-SecureString ([IO.File]::ReadAllText($env:PFX_PASSWORD_FILE)) -AsPlainText -Force
$results = foreach ($version in $plan.Versions) {
    $folder = (New-Item -ItemType Directory -Path (Join-Path $plan.Folder $version)).FullName
    Reset-Stage $version $plan.Former $password
    $first = Invoke-Stage (Join-Path $plan.Scripts "deploy-$version.ps1") @{ Folder = $folder }
    $after = Get-StageState
    $second = Invoke-Stage (Join-Path $plan.Scripts "deploy-$version.ps1") @{ Folder = $folder }
    [ordered]@{
        Version = $version
        ExitCodes = @($first.ExitCode, $second.ExitCode)
        Said = @($first.Said, $second.Said)
        State = @($after.Values)
        IsUnchanged = (Compare-StageState $after $after) -eq 'new new new new'
    }
}
[IO.File]::WriteAllText($plan.Output, (ConvertTo-Json -Depth 4 -InputObject @{
    Results = @($results)
    CommandLines = @(Get-ChildItem /proc -Directory | Where-Object Name -Match '^\d+$' | ForEach-Object {
        try { [IO.File]::ReadAllText("$($_.FullName)/cmdline") } catch { '' }
    })
}))
